using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Photos;

/// <summary>Moves a photo to the front or to the back of its row; the first is the cover.</summary>
internal static class MovePhoto
{
    /// <param name="Actor">Who moves it.</param>
    /// <param name="Cooperative">Whose desk.</param>
    /// <param name="Photo">The photo.</param>
    /// <param name="Places">Below zero: to the front.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, PhotoId Photo, int Places) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Photo.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Places).InclusiveBetween(-Photo.MostOfOne, Photo.MostOfOne).WithMessage("shared.unreadable");
    }

    internal sealed class Handler(PhotoRow row) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await row.OneAsync(command.Cooperative, command.Photo, cancellationToken) is not { } photo)
                return new NotFound();
            photo.Move(await row.ShownAsync(photo.Subject, cancellationToken), command.Places);
            return Outcome.Done;
        }
    }
}
