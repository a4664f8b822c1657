using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Takes the turn to ask the gateway what became of what is taken back of a transfer, so that of several nodes one asks, and none too often.</summary>
internal static class ClaimReversal
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(30);

    internal sealed record Command(Actor Actor, TransferReversalId Reversal) : ICommand<Outcome<Claimed>>, IForAdmin, IAbout
    {
        public string About => Reversal.ToString();
    }

    /// <param name="Transfer">The gateway's name for the transfer.</param>
    /// <param name="CalledAt">When the gateway was asked, UTC.</param>
    internal sealed record Claimed(PayoutId Payout, string Transfer, DateTimeOffset CalledAt);

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome<Claimed>>
    {
        public async Task<Outcome<Claimed>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = time.Now();
            DateTimeOffset? until = now + Turn;
            var taken = await db.Set<TransferReversal>()
                .Where(r => r.Id == request.Reversal && (r.State == ReversalState.Asked || r.State == ReversalState.Uncertain) && (r.AskedUntil == null || r.AskedUntil <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.AskedUntil, until), cancellationToken);
            if (taken == 0)
                return new NotFound();
            return await (from r in db.Set<TransferReversal>()
                          join p in db.Set<Payout>() on r.Payout equals p.Id
                          where r.Id == request.Reversal
                          select new Claimed(p.Id, p.Reference, r.CalledAt!.Value)).SingleAsync(cancellationToken);
        }
    }
}
