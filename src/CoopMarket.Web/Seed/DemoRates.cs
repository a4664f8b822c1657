using System.Globalization;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Rates;

namespace CoopMarket.Web.Seed;

/// <summary>The money of buyers abroad: what it is worth on a day of the demo, and what each pays in.</summary>
internal sealed class DemoRates(Stage stage, Agenda agenda)
{
    private static readonly Dictionary<string, Currency> Homes = new(StringComparer.Ordinal)
    {
        ["AU"] = Currency.AUD,
        ["DE"] = Currency.EUR,
        ["FR"] = Currency.EUR,
        ["GB"] = Currency.GBP,
        ["JP"] = Currency.JPY,
        ["KR"] = Currency.KRW,
        ["NL"] = Currency.EUR,
        ["SG"] = Currency.SGD,
        ["US"] = Currency.USD,
    };

    // Hundredths of a đồng about which the invented rates move.
    private static readonly Dictionary<Currency, long> Usual = new()
    {
        [Currency.USD] = 2_612_000,
        [Currency.EUR] = 2_987_654,
        [Currency.GBP] = 3_441_200,
        [Currency.JPY] = 16_840,
        [Currency.AUD] = 1_698_300,
        [Currency.SGD] = 1_997_100,
        [Currency.KRW] = 1_785,
    };

    private int _asked;

    /// <summary>In which currency somebody pays by card: every other one abroad in her own.</summary>
    /// <param name="country">Where she lives.</param>
    public async Task<Currency> OfAsync(string country)
    {
        if (!Homes.TryGetValue(country, out var currency) || _asked++ % 2 == 0)
            return Currency.VND;
        await WriteAsync(currency, agenda.Now);
        return currency;
    }

    /// <summary>The rates of the day on which the demo is looked at.</summary>
    public async Task OfTodayAsync(DateTimeOffset now)
    {
        foreach (var currency in Currencies.Foreign)
            await WriteAsync(currency, now);
    }

    /// <summary>What a margin is set to in the beginning.</summary>
    public Task BeginAsync() => stage.DoAsync(new SetMargin.Command(Stage.Seeder, "2,5"));

    /// <summary>What an amount in another currency is worth on a day, in đồng.</summary>
    public static Money InDong(Money some, DateTimeOffset at)
        => Money.Dong((long)((Int128)some.Minor * Per(some.Currency, at) / (some.Currency.Exponent() == 0 ? 100 : 10_000)));

    private Task WriteAsync(Currency currency, DateTimeOffset at)
    {
        var perUnit = Per(currency, at);
        return stage.DoAsync(new AddRate.Command(Stage.Seeder, currency.ToString(), VietnamDay.Of(at), string.Create(CultureInfo.InvariantCulture, $"{perUnit / 100}.{perUnit % 100:00}")));
    }

    // Up and down by two percent at most.
    private static long Per(Currency currency, DateTimeOffset at) => Usual[currency] * (1_000 + (VietnamDay.Of(at).DayNumber * 7 % 41) - 20) / 1_000;
}
