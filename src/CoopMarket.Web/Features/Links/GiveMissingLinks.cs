using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Links;

/// <summary>Gives short addresses to some of what has none: it was there before there were any, or came in past the commands.</summary>
internal static class GiveMissingLinks
{
    // So that a day with a hundred thousand new goods holds nobody up for long.
    private const int AtOnce = 200;

    internal sealed record Command(Actor Actor) : ICommand<Outcome<int>>, IForAdmin;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(Linkables linkables, LinkGiver giver) : IRequestHandler<Command, Outcome<int>>
    {
        /// <returns>How many had none; 0 where nothing is left to do.</returns>
        public async Task<Outcome<int>> Handle(Command command, CancellationToken cancellationToken)
        {
            var some = await linkables.WithoutAsync(AtOnce, cancellationToken);
            await giver.ToAsync(some, cancellationToken);
            return some.Count;
        }
    }
}
