using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Photos;

/// <summary>Says in words what a photo shows.</summary>
internal static class DescribePhoto
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, PhotoId Photo, LocalizedText Alt) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Photo.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            // Each language has its own field, and its flaw stands there.
            foreach (var (language, field) in new[] { ("vi", "Vi"), ("en", "En"), ("fr", "Fr") })
                RuleFor(c => c.Alt).Must(a => AltText.Fits(new([new(language, a.All.GetValueOrDefault(language, ""))]))).OverridePropertyName(field).WithMessage("photos.alt.flaw");
        }
    }

    internal sealed class Handler(PhotoRow row) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await row.OneAsync(command.Cooperative, command.Photo, cancellationToken) is not { } photo)
                return new NotFound();
            photo.Describe(AltText.Clean(command.Alt));
            return Outcome.Done;
        }
    }
}

/// <summary>What a photo shows, in words.</summary>
internal sealed class PhotoWordsForm
{
    public string? Vi { get; set; }

    public string? En { get; set; }

    public string? Fr { get; set; }
}
