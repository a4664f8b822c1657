using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Hosting;

/// <summary>What may be paid in cash on delivery; the settings' section <c>CashOnDelivery</c>.</summary>
internal sealed class CashLimits
{
    /// <summary>The most that an order may cost, in đồng.</summary>
    public long MostDong { get; set; } = 5_000_000;

    /// <summary>So many untaken parcels, and the phone's next order is paid in advance.</summary>
    public int MostRefused { get; set; } = 2;

    /// <summary>So many days an untaken parcel is remembered.</summary>
    public int RefusedDays { get; set; } = 180;

    /// <summary>So many days after delivery a carrier should have paid the cash over.</summary>
    public int OverdueDays { get; set; } = 10;

    /// <summary>Why an order can't be paid in cash; null where it can.</summary>
    /// <param name="total">Null while it isn't known.</param>
    /// <param name="areManyRefused">Whether too many parcels to the buyer's phone came back untaken.</param>
    public Refusal? Refuse(Money? total, bool areManyRefused)
        => areManyRefused ? new NoCashThisTime() : total is { } amount && amount.Minor > MostDong ? new TooMuchForCash(MostDong) : null;
}
