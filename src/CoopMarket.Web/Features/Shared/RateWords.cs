using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Shared;

/// <summary>Rates of exchange in plain words, wherever somebody is charged by one.</summary>
internal static class RateWords
{
    /// <summary>«1 € = 29.876,54 ₫, tỷ giá ngày 27/11/2026, cộng 2 % …».</summary>
    public static string Rate(this Words words, ExchangeTerms terms)
        => words["shared.rate", Show.One(terms.Currency), Show.Rate(terms.PerUnit), Show.Date(terms.Day!.Value), Show.Percent(terms.MarginBasisPoints)];
}
