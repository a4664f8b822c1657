using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// Writes down that the gateway is about to be asked to send money back, and on which charge. Of two nodes one begins: the other
/// finds it under way.
/// </summary>
internal static class BeginRefund
{
    internal sealed record Command(Actor Actor, RefundDueId Refund) : ICommand<Outcome<CardRefundOrder>>, IForAdmin, IAbout
    {
        public string About => Refund.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, CardCharges charges, RefundLimits limits, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<CardRefundOrder>>
    {
        public async Task<Outcome<CardRefundOrder>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Set<RefundDue>().SingleOrDefaultAsync(r => r.Id == request.Refund && r.Place == MoneyPlace.Cards, cancellationToken) is not { } due)
                return new NotFound();
            // Held before it is reckoned: an admin may be sending another refund of the order at this moment.
            var limit = await limits.HoldAsync(due, cancellationToken);
            if (await charges.ForAsync(due, cancellationToken) is not { } on)
            {
                due.FindNoCharge();
                return new CardRefundOrder(default, "", due.Left);
            }

            // A few đồng may be less than a cent: there is nothing to ask for, and what goes back later makes up for it.
            if (on.Moved.IsZero)
            {
                var settled = due.Pay(due.AsTooLittle, limit, time.Now(), on);
                return settled.IsDone ? new CardRefundOrder(default, "", on.Moved) : settled.Refusal!;
            }

            var call = ids.New<RefundCallId>();
            var begun = due.Begin(call, on, limit, time.Now());
            return begun.IsDone ? new CardRefundOrder(call, on.Charge, on.Moved) : begun.Refusal!;
        }
    }
}
