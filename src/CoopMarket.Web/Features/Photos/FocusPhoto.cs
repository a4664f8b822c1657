using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Photos;

/// <summary>Says which spot of a photo must stay to be seen where the photo is cut to another shape.</summary>
internal static class FocusPhoto
{
    /// <param name="Actor">Who says it.</param>
    /// <param name="Cooperative">Whose desk.</param>
    /// <param name="Photo">The photo.</param>
    /// <param name="Spot">Percent from the left and from the top: see <see cref="Focus.Read"/>.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, PhotoId Photo, string? Spot) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Photo.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Spot).Must(s => Focus.Read(s) is not null).WithMessage("photos.one.spot.flaw");
    }

    internal sealed class Handler(PhotoRow row) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await row.OneAsync(command.Cooperative, command.Photo, cancellationToken) is not { } photo)
                return new NotFound();
            photo.FocusOn(Focus.Read(command.Spot)!.Value);
            return Outcome.Done;
        }
    }
}
