using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Photos;

/// <summary>
/// Adds one of the committed pictures to the demo at once, by what the index says of it; the job that makes the variants
/// takes the file itself in later.
/// </summary>
internal static class SeedPhoto
{
    /// <param name="Actor">The seeding job.</param>
    /// <param name="Cooperative">Whose it is; null for the market's own.</param>
    /// <param name="Subject">What it shows.</param>
    /// <param name="Picture">The name of a file in <c>Seed/Pictures</c>, without its ending.</param>
    /// <param name="Alt">What is to be seen; null for what <c>alt.json</c> says.</param>
    internal sealed record Command(Actor Actor, CooperativeId? Cooperative, PhotoSubject Subject, string Picture, LocalizedText? Alt = null)
        : ICommand<Outcome<PhotoId>>, IForAdmin;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(SeedPictures pictures)
        {
            RuleFor(c => c.Actor).Must(a => a.IsJob);
            RuleFor(c => c.Picture).Must(pictures.Has);
        }
    }

    internal sealed class Handler(MarketDb db, PhotoRow row, SeedPictures pictures) : IRequestHandler<Command, Outcome<PhotoId>>
    {
        public async Task<Outcome<PhotoId>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (picture, alt) = pictures[command.Picture];
            var photo = await row.NextAsync(command.Cooperative, command.Subject, picture, command.Alt ?? alt, cancellationToken);
            db.Add(photo);
            return photo.Id;
        }
    }
}
