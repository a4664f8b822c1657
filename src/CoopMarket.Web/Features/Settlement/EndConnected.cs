using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>A manager has her cooperative paid by the bank again. What was transferred stays where it is; what is drafted to the account is not sent.</summary>
internal static class EndConnected
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative) : ICommand, IForCooperative, INeedsProof
    {
        public Proof Proof => Proof.Factor;

        public DeskRoles Allowed => DeskRoles.Manager;
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, StripeSettings settings, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
            => settings.Connects && await db.Set<ConnectedAccount>().SingleOrDefaultAsync(a => a.Cooperative == request.Cooperative, cancellationToken) is { } account && account.TryEnd(time.Now())
                ? Outcome.Done
                : new NotFound();
    }
}
