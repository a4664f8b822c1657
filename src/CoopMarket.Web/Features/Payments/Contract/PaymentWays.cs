using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Payments.Contract;

/// <summary>A way to pay.</summary>
/// <param name="Bar">Why it can't be chosen for this order; null where it can.</param>
internal sealed record WayToPay(PaymentWay Way, Refusal? Bar = null)
{
    public bool IsOpen => Bar is null;
}

/// <summary>Which ways to pay a buyer may choose from.</summary>
internal sealed class PaymentWays(BankTransferSettings bank, StripeSettings stripe, CashLimits cash)
{
    private const string Vietnam = "VN";

    /// <summary>Whether cards are taken: without them hardly anybody can pay from abroad.</summary>
    public bool TakesCards => stripe.IsOffered;

    /// <summary>Whether money may be sent to the market's account, which is one at a bank in Vietnam.</summary>
    public bool TakesTransfers => bank.IsOffered;

    /// <summary>
    /// Bank transfer where the market's account is set, cash on delivery within Vietnam, cards where Stripe's keys are set; what her
    /// country pays with most comes first. A card that can't pay the amount is named with the reason, and so is cash that carriers can't
    /// be asked to collect.
    /// </summary>
    /// <param name="country">Where the parcels go, by ISO 3166 code.</param>
    /// <param name="total">What is to be paid; null while it isn't known.</param>
    /// <param name="areManyRefused">Whether too many cash parcels to the buyer's phone came back untaken.</param>
    /// <param name="terms">At which rate a card would be charged; null where that is in đồng.</param>
    public IReadOnlyList<WayToPay> Offered(string country, Money? total, bool areManyRefused, ExchangeTerms? terms = null)
    {
        List<WayToPay> ways = [];
        if (bank.IsOffered)
            ways.Add(new(PaymentWay.BankTransfer));
        if (country == Vietnam)
            ways.Add(new(PaymentWay.CashOnDelivery, cash.Refuse(total, areManyRefused)));
        if (stripe.IsOffered)
            ways.Insert(country == Vietnam ? ways.Count : 0, new(PaymentWay.Card, total is { } amount ? CardLimits.Refuse(amount, terms?.Of(amount)) : null));
        return ways;
    }
}
