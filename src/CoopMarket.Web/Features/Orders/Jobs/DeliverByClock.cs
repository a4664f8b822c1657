using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders.Jobs;

/// <summary>The clock says that a parcel arrived: 14 days after shipping, 45 abroad, unless the buyer misses it.</summary>
internal static class DeliverByClock
{
    internal sealed record Command(Actor Actor, SellerOrderId Part) : ICommand, IForAdmin, IAbout
    {
        public string About => Part.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var id = await DueParts.Arrived(db, now).Where(p => p.Id == command.Part).Select(p => (OrderId?)p.OrderId).FirstOrDefaultAsync(cancellationToken);
            if (id is null)
                return new WrongStep();
            // The row of the order decides: a buyer who says at this moment that it did not arrive is never overruled.
            var order = await db.Set<Order>().FirstAsync(o => o.Id == id, cancellationToken);
            return order.Deliver(command.Part, Witness.Clock, now);
        }
    }
}
