using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Rates.Contract;

namespace CoopMarket.Web.Features.Orders;

/// <summary>In which currency an order is paid: a card in the buyer's, everything else in đồng.</summary>
internal sealed class ChosenCurrency(RatesToday rates)
{
    /// <summary>At which terms; null where the rate of the currency that she chose is too old to order at.</summary>
    public async Task<ExchangeTerms?> TermsAsync(PlaceOrder.Command command, CancellationToken cancellationToken)
        => command.Way == PaymentWay.Card && command.Charge is { Currency: not Currency.VND and var currency } ? await rates.TermsAsync(currency, cancellationToken) : ExchangeTerms.None;
}
