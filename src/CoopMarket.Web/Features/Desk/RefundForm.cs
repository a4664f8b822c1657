using System.Globalization;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Orders;

namespace CoopMarket.Web.Features.Desk;

/// <summary>What is to be given back. It can't be taken back, so its sum is read once more before it goes.</summary>
internal sealed class RefundForm
{
    public string? What { get; set; }

    public string? Amount { get; set; }

    public string? Reason { get; set; }

    /// <summary>The sum that she has read once more, in đồng.</summary>
    public string? Sure { get; set; }

    /// <summary>What would go back; null where she has read it, or where what was typed can't go back and the command says why.</summary>
    public Money? ToReview(OrderAtDesk.View shown)
        => Sum(shown) is { } sum && Typed.IsText(Reason ?? "", DeclineLine.MostReason) && Sure != sum.Minor.ToString(CultureInfo.InvariantCulture) ? sum : null;

    /// <summary>All that can still be given back of a part.</summary>
    public static Money All(OrderAtDesk.View shown) => Money.Sum(shown.Lines.Select(l => l.Refundable)) + shown.Refundable;

    private Money? Sum(OrderAtDesk.View shown)
    {
        var chosen = What switch
        {
            RefundSellerOrder.Everything => All(shown),
            RefundSellerOrder.Delivery => shown.Refundable,
            _ => shown.Lines.FirstOrDefault(l => l.Id.ToString() == What)?.Refundable,
        };
        if (chosen is not { IsZero: false } most)
            return null;
        return string.IsNullOrWhiteSpace(Amount) ? most
            : TypedNumber.ReadDong(Amount, 1, most.Minor, out var dong) == NumberVerdict.Whole ? most with { Minor = dong } : null;
    }
}
