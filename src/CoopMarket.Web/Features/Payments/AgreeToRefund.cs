using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>An admin agrees that a large amount is sent back. Two must: the second is another than the first, and neither is its buyer or at the desk of the cooperative from whose share it is.</summary>
internal static class AgreeToRefund
{
    internal sealed record Command(Actor Actor, RefundDueId Refund) : ICommand, IForAdmin, INeedsProof, IAbout
    {
        public Proof Proof => Proof.Factor;

        public string About => Refund.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, OrderBooks orders, OwnDesk own, RefundLimits limits) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Set<RefundDue>().SingleOrDefaultAsync(r => r.Id == request.Refund, cancellationToken) is not { } due)
                return new NotFound();
            if (due.Order is { } order)
            {
                var (buyer, cooperatives) = await orders.SidesAsync(order, due.SellerOrder, cancellationToken);
                if (buyer == request.Actor.Me)
                    return new OwnAffair();
                if (await own.RefuseAsync(request.Actor, cooperatives, cancellationToken) is { } hers)
                    return hers;
            }

            return due.Agree(request.Actor.Me, await limits.OfAsync(due, cancellationToken));
        }
    }
}
