using System.Text.Json;
using CoopMarket.Domain.Rates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Rates.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Rates;

/// <summary>Every currency with the rate that counts, which are too old, and what was written down lately.</summary>
internal static class RateTable
{
    private const int MostRows = 20;

    internal sealed record Query(Actor Actor) : IQuery<View>, IForAdmin;

    /// <param name="Now">Of each currency.</param>
    /// <param name="Latest">What was written down, the latest first.</param>
    /// <param name="Margin">In basis points.</param>
    /// <param name="IsFed">Whether the market fetches rates by itself.</param>
    /// <param name="Today">In Vietnam.</param>
    internal sealed record View(IReadOnlyList<Standing> Now, IReadOnlyList<Row> Latest, int Margin, IReadOnlyList<MarginRow> Margins, bool IsFed, DateOnly Today)
    {
        /// <summary>How the feed was read last; null where nobody tried yet.</summary>
        public Reading? Feed { get; init; }
    }

    /// <param name="ReadAt">UTC; null where it never could be read.</param>
    /// <param name="FailingSince">UTC; null where it could be read the last time.</param>
    /// <param name="Refused">What was not taken then and nobody has written down since.</param>
    internal sealed record Reading(DateTimeOffset? ReadAt, DateTimeOffset? FailingSince, int Taken, IReadOnlyList<RefusedRate> Refused);

    /// <param name="Rate">Null where none was ever written down.</param>
    /// <param name="IsFresh">Whether orders can be placed at it.</param>
    internal sealed record Standing(Currency Currency, Row? Rate, bool IsFresh);

    /// <param name="PerUnit">Hundredths of a đồng for one unit.</param>
    internal sealed record Row(Currency Currency, DateOnly Day, long PerUnit, RateSource Source, DateTimeOffset AddedAt);

    internal sealed record MarginRow(int BasisPoints, DateTimeOffset From);

    internal sealed class Handler(MarketDb db, RatesToday rates, RateFeedSettings feed, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var today = VietnamDay.Of(now);
            List<Standing> standing = [];
            foreach (var currency in Currencies.Foreign)
            {
                var rate = await RatesToday.Of(db, currency, today).FirstOrDefaultAsync(cancellationToken);
                standing.Add(new(currency, rate is null ? null : Of(rate), rate?.IsFresh(today) ?? false));
            }

            var latest = await db.Set<ExchangeRate>().AsNoTracking().OrderByDescending(r => r.AddedAt).ThenByDescending(r => r.Id).Take(MostRows).ToListAsync(cancellationToken);
            var margins = await db.Set<ExchangeMargin>().AsNoTracking().OrderByDescending(m => m.From).Take(MostRows).Select(m => new MarginRow(m.BasisPoints, m.From)).ToListAsync(cancellationToken);
            return new(standing, [.. latest.Select(Of)], await rates.MarginAsync(now, cancellationToken), margins, feed.IsOn, today) { Feed = await ReadingAsync(standing, cancellationToken) };
        }

        private async Task<Reading?> ReadingAsync(List<Standing> standing, CancellationToken cancellationToken)
        {
            if (await db.Set<FeedReading>().AsNoTracking().SingleOrDefaultAsync(r => r.Source == RateSource.Vietcombank, cancellationToken) is not { } reading)
                return null;
            var refused = reading.Refused.Length == 0 ? [] : JsonSerializer.Deserialize<List<RefusedRate>>(reading.Refused, Json.Options)!;
            return new(reading.ReadAt, reading.FailingSince, reading.Taken, [.. refused.Where(r => standing.Find(s => s.Currency == r.Currency)?.Rate is not { } rate || rate.AddedAt <= reading.ReadAt)]);
        }

        private static Row Of(ExchangeRate rate) => new(rate.Currency, rate.Day, rate.PerUnit, rate.Source, rate.AddedAt);
    }
}
