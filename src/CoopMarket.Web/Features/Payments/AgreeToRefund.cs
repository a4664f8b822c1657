using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>An admin agrees that a large amount is sent back. Two must: the second is another than the first.</summary>
internal static class AgreeToRefund
{
    internal sealed record Command(Actor Actor, RefundDueId Refund) : ICommand, IForAdmin, INeedsProof, IAbout
    {
        public Proof Proof => Proof.Factor;

        public string About => Refund.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, RefundLimits limits) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
            => await db.Set<RefundDue>().SingleOrDefaultAsync(r => r.Id == request.Refund, cancellationToken) is { } due
                ? due.Agree(request.Actor.Me, await limits.OfAsync(due, cancellationToken))
                : new NotFound();
    }
}
