using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// Writes down that the gateway is about to be asked for a cooperative's account, or finds the one that is there. A cooperative has one:
/// while nobody knows whether there is one, nobody asks for a second.
/// </summary>
internal static class BeginConnecting
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative) : ICommand<Outcome<Begun>>, IForCooperative, INeedsProof
    {
        public Proof Proof => Proof.Factor;

        public DeskRoles Allowed => DeskRoles.Manager;
    }

    /// <param name="Account">The gateway's name for it; empty where the gateway is to be asked for one.</param>
    /// <param name="Key">Of that call.</param>
    internal sealed record Begun(string Account, string Key);

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, StripeSettings settings, TimeProvider time) : IRequestHandler<Command, Outcome<Begun>>
    {
        public async Task<Outcome<Begun>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!settings.Connects)
                return new NotFound();
            if (await db.Set<ConnectedAccount>().SingleOrDefaultAsync(a => a.Cooperative == request.Cooperative, cancellationToken) is not { } account)
                db.Add(account = ConnectedAccount.Begin(request.Cooperative, time.Now()));
            else if (account.GoOn(time.Now()) is { IsDone: false } no)
                return no.Refusal!;
            return new Begun(account.Account, account.Key);
        }
    }
}
