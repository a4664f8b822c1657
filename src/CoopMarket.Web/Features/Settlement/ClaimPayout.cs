using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Takes the turn to ask the gateway what became of a payout's transfer, so that of several nodes one asks, and none too often.</summary>
internal static class ClaimPayout
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(30);

    internal sealed record Command(Actor Actor, PayoutId Payout) : ICommand<Outcome<Claimed>>, IForAdmin, IAbout
    {
        public string About => Payout.ToString();
    }

    /// <param name="Text">The payout's own, by which its transfer is found.</param>
    /// <param name="Reference">The gateway's name for the transfer; empty while it is not known.</param>
    /// <param name="CalledAt">When the gateway was asked for it, UTC.</param>
    internal sealed record Claimed(string Text, string Reference, DateTimeOffset CalledAt);

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome<Claimed>>
    {
        public async Task<Outcome<Claimed>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = time.Now();
            DateTimeOffset? until = now + Turn;
            var taken = await db.Set<Payout>().Where(p => p.Id == request.Payout && p.CalledAt != null && (p.AskedUntil == null || p.AskedUntil <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.AskedUntil, until), cancellationToken);
            if (taken == 0)
                return new NotFound();
            var payout = await db.Set<Payout>().AsNoTracking().SingleAsync(p => p.Id == request.Payout, cancellationToken);
            return new Claimed(payout.Text, payout.Reference, payout.CalledAt!.Value);
        }
    }
}
