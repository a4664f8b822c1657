using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Rates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Rates.Contract;

namespace CoopMarket.Web.Features.Orders;

/// <summary>In which currency an order is paid: a card in the buyer's, everything else in đồng.</summary>
internal sealed class ChosenCurrency(RatesToday rates)
{
    /// <summary>
    /// At which terms. Refused where the rate is too old to order at, and where a card would be charged something else than the page
    /// said; where the goods themselves have changed, that is told instead.
    /// </summary>
    public async Task<Outcome<ExchangeTerms>> TermsAsync(PlaceOrder.Command command, Offer offer, CancellationToken cancellationToken)
    {
        if (command.Way != PaymentWay.Card || command.Charge is not { Currency: not Currency.VND } shown)
            return ExchangeTerms.None;
        if (await rates.TermsAsync(shown.Currency, cancellationToken) is not { } terms)
            return new RateTooOld(shown.Currency);
        return offer.CanBeOrdered && Shown.Of(offer) == command.Seen && terms.Of(offer.Total) != shown ? new RateChanged() : terms;
    }
}
