using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Takes the turn to ask the gateway about a cooperative's account, so that of several nodes one asks, and none too often.</summary>
internal static class ClaimConnected
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(30);

    internal sealed record Command(Actor Actor, CooperativeId Cooperative) : ICommand<Outcome<Claimed>>, IForAdmin, IAbout
    {
        public string About => Cooperative.ToString();
    }

    /// <param name="Account">The gateway's name for it; empty where it is to be looked for.</param>
    /// <param name="CalledAt">When it was asked for, UTC.</param>
    internal sealed record Claimed(string Account, DateTimeOffset CalledAt);

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome<Claimed>>
    {
        public async Task<Outcome<Claimed>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = time.Now();
            DateTimeOffset? until = now + Turn;
            var taken = await db.Set<ConnectedAccount>()
                .Where(a => a.Cooperative == request.Cooperative && a.State != ConnectState.Refused && a.State != ConnectState.Ended && (a.AskedUntil == null || a.AskedUntil <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.AskedUntil, until), cancellationToken);
            if (taken == 0)
                return new NotFound();
            var account = await db.Set<ConnectedAccount>().AsNoTracking().SingleAsync(a => a.Cooperative == request.Cooperative, cancellationToken);
            return new Claimed(account.Account, account.CalledAt);
        }
    }
}
