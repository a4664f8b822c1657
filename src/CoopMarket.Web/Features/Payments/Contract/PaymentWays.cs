using CoopMarket.Domain.Orders;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Payments.Contract;

/// <summary>Which ways to pay a buyer may choose from.</summary>
internal sealed class PaymentWays(BankTransferSettings bank)
{
    private const string Vietnam = "VN";

    /// <summary>Bank transfer where the market's account is set, cash on delivery within Vietnam.</summary>
    /// <param name="country">Where the parcels go, by ISO 3166 code.</param>
    public Task<IReadOnlyList<PaymentWay>> OfferedAsync(string country = Vietnam)
    {
        List<PaymentWay> ways = [];
        if (bank.IsOffered)
            ways.Add(PaymentWay.BankTransfer);
        if (country == Vietnam)
            ways.Add(PaymentWay.CashOnDelivery);
        return Task.FromResult<IReadOnlyList<PaymentWay>>(ways);
    }
}
