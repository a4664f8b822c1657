using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>What goes back to a buyer by the bank, and on which account.</summary>
internal static class RefundAccountPage
{
    internal sealed record Query(Actor Actor, string OrderCode, string? OrderSecret) : IQuery<View?>, IForGuestOf;

    /// <param name="Amount">What still goes back by the bank; nothing where all was sent.</param>
    /// <param name="Bin">Empty while she has told none, as the others.</param>
    internal sealed record View(string Code, Money Amount, string Bin, string Number, string Holder);

    internal sealed class Handler(MarketDb db, RefundsDue refunds) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var code = PublicCode.Parse(request.OrderCode).Value;
            if (await db.Set<Payment>().AsNoTracking().SingleOrDefaultAsync(p => p.Code == code, cancellationToken) is not { } payment)
                return null;
            var account = await db.Set<RefundAccount>().AsNoTracking().SingleOrDefaultAsync(a => a.Order == payment.Order, cancellationToken);
            return new(payment.Code, (await refunds.ByBankAsync(payment.Order, cancellationToken)).Amount, account?.Bin ?? "", account?.Number ?? "", account?.Holder ?? "");
        }
    }
}
