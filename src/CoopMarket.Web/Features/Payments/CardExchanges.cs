using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>What the card gateway holds of each currency, and what it changed lately.</summary>
internal static class CardExchanges
{
    private const int MostRows = 30;

    internal sealed record Query(Actor Actor) : IQuery<View>, IForAdmin;

    /// <param name="Held">Of each currency of which it holds anything, or is short; the đồng first.</param>
    internal sealed record View(IReadOnlyList<Money> Held, IReadOnlyList<Row> Latest);

    internal sealed record Row(Money Foreign, Money Dong, DateTimeOffset WrittenAt);

    internal sealed class Handler(MarketDb db, CardHoldings holdings) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken) => new(
            [await holdings.OfAsync(Currency.VND, cancellationToken), .. await holdings.ForeignAsync(cancellationToken)],
            await db.Set<CardExchange>().AsNoTracking().OrderByDescending(e => e.WrittenAt).ThenByDescending(e => e.Id).Take(MostRows).Select(e => new Row(e.Foreign, e.Dong, e.WrittenAt)).ToListAsync(cancellationToken));
    }
}
