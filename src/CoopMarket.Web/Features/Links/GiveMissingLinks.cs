using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Links;

/// <summary>Some of what readers see has no short address: it was there before there were any, or came in past the commands.</summary>
internal static class GiveMissingLinks
{
    // So that a day with a hundred thousand new goods holds nobody up for long.
    private const int AtOnce = 500;

    /// <returns>How many were given; fewer than before until there are none.</returns>
    internal sealed record Command(Actor Actor) : ICommand<Outcome<int>>, IForAdmin;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(LinkGiver giver) : IRequestHandler<Command, Outcome<int>>
    {
        public async Task<Outcome<int>> Handle(Command command, CancellationToken cancellationToken) => await giver.ToWhoHasNoneAsync(AtOnce, cancellationToken);
    }
}
