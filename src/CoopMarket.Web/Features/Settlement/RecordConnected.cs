using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Writes down what the gateway says of how a cooperative's account stands.</summary>
internal static class RecordConnected
{
    /// <param name="AskedAt">When the gateway was asked, UTC.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, AccountState State, DateTimeOffset AskedAt) : ICommand, IForAdmin, IAbout
    {
        public string About => Cooperative.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Set<ConnectedAccount>().SingleOrDefaultAsync(a => a.Cooperative == request.Cooperative, cancellationToken) is not { } account)
                return new NotFound();
            account.Read(request.State.HasTold, request.State.TakesTransfers, request.State.PaysOut, request.AskedAt);
            return Outcome.Done;
        }
    }
}
