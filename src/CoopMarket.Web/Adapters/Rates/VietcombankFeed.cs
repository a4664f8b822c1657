using System.Globalization;
using System.Xml;
using CoopMarket.Domain.Rates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Adapters.Rates;

/// <summary>A rate as the bank publishes it.</summary>
/// <param name="Day">The day in Vietnam that it says it holds for.</param>
/// <param name="PerUnit">Hundredths of a đồng for one unit; null where it is no number.</param>
internal sealed record FedRate(Currency Currency, DateOnly Day, long? PerUnit);

/// <summary>The feed can't be read now; whoever asks comes again later.</summary>
internal sealed class RatesUnreachableException(Exception inner) : Exception("The feed of rates can't be read.", inner);

/// <summary>
/// Vietcombank's public list of rates, in XML: <c>&lt;Exrate CurrencyCode="EUR" Buy="…" Transfer="29,876.54" Sell="…"/&gt;</c>. The market
/// takes what the bank pays for a transfer, for that is what it will get.
/// </summary>
internal sealed class VietcombankFeed(RateFeedSettings settings, IHttpClientFactory clients)
{
    /// <summary>The name of the connection, for its limits.</summary>
    public const string Connection = "rates";

    /// <summary>The list has about two thousand characters; more than this is something else.</summary>
    public const int MostBytes = 200_000;

    private static readonly string[] Days = ["M/d/yyyy", "d/M/yyyy"];

    /// <summary>What it says now of the currencies that the market knows; where it says nothing of one, it is left out.</summary>
    /// <param name="today">In Vietnam; a list of another day than today or yesterday is read as it is dated.</param>
    /// <exception cref="RatesUnreachableException">No answer in time, too long an answer, or none that is such a list.</exception>
    public async Task<IReadOnlyList<FedRate>> ReadAsync(DateOnly today, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await clients.CreateClient(Connection).GetByteArrayAsync(settings.Url, cancellationToken);
            return Read(answer, today);
        }
        catch (Exception e) when (e is HttpRequestException or XmlException or FormatException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new RatesUnreachableException(e);
        }
    }

    /// <summary>Reads such a list.</summary>
    /// <exception cref="XmlException">It is none.</exception>
    /// <exception cref="FormatException">It does not say of which day it is.</exception>
    internal static IReadOnlyList<FedRate> Read(byte[] answer, DateOnly today)
    {
        XmlReaderSettings strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostBytes };
        using MemoryStream bytes = new(answer);
        using var xml = XmlReader.Create(bytes, strict);
        DateOnly? day = null;
        Dictionary<Currency, long?> rates = [];
        while (xml.Read())
        {
            // Where the bank names no rate it writes «-».
            if (xml is { NodeType: XmlNodeType.Element, Name: "DateTime" })
                day = DayOf(xml.ReadElementContentAsString(), today);
            if (xml is { NodeType: XmlNodeType.Element, Name: "Exrate" } && Currencies.Find(xml.GetAttribute("CurrencyCode")?.Trim()) is { } currency
                && currency != Currency.VND && xml.GetAttribute("Transfer")?.Trim() is { Length: > 0 } written and not "-")
                rates[currency] = Number(written);
        }

        return day is { } of ? [.. rates.Select(r => new FedRate(r.Key, of, r.Value))] : throw new FormatException("The list says no day.");
    }

    // «11/27/2026 4:05:12 PM»: the month first, as it has always been; the other way round only where that alone is not in the future.
    private static DateOnly? DayOf(string written, DateOnly today)
    {
        var date = written.Trim().Split(' ')[0];
        foreach (var form in Days)
            if (DateOnly.TryParseExact(date, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day <= today)
                return day;
        return null;
    }

    private static long? Number(string written)
        => decimal.TryParse(written, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate > 0 && rate * 100 <= ExchangeRate.Most
            ? (long)Math.Round(rate * 100, MidpointRounding.AwayFromZero)
            : null;
}
