using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics;

namespace CoopMarket.Web.Features.Rates.Contract;

/// <summary>Prices in the currency that the reader of the running request chose; asked of the database once, and only where she chose one.</summary>
internal sealed class ReaderPrices(RatesToday rates, MarketCookies cookies)
{
    private ExchangeTerms? _terms;
    private bool _isRead;

    /// <summary>Her choice; the đồng where she made none.</summary>
    public Currency Chosen(HttpContext context) => ReaderCurrency.Of(context.Request, cookies);

    /// <summary>At which terms prices are shown to her; null where that is in đồng alone, as she wishes or because the rate is too old.</summary>
    public async Task<ExchangeTerms?> TermsAsync(HttpContext context)
    {
        // The page that says that something broke needs no database.
        if (_isRead || Chosen(context) is not (not Currency.VND and var currency) || context.Features.Get<IExceptionHandlerFeature>() is not null)
            return _terms;
        (_terms, _isRead) = (await rates.TermsAsync(currency, context.RequestAborted), true);
        return _terms;
    }
}
