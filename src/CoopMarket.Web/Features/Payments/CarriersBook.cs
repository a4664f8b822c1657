using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Payments;

/// <summary>What carriers owe the market of the cash that they collected for it.</summary>
internal static class CarriersBook
{
    internal sealed record Query(Actor Actor) : IQuery<CashStanding>, IForAdmin;

    internal sealed class Handler(CashDebts debts) : IRequestHandler<Query, CashStanding>
    {
        public Task<CashStanding> Handle(Query query, CancellationToken cancellationToken) => debts.OfAsync(null, cancellationToken);
    }
}
