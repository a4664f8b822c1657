using System.Globalization;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Orders;

namespace CoopMarket.Web.Features.Desk;

/// <summary>What can't be sent. It can't be taken back, so what follows is read once more before the buyer is told.</summary>
internal sealed class DeclineForm
{
    public OrderLineId? Line { get; set; }

    public int? Quantity { get; set; }

    public string? Reason { get; set; }

    /// <summary>What the buyer need not pay for, in đồng, as she has read it once more.</summary>
    public string? Sure { get; set; }

    /// <summary>What would be declined; null where she has read it, or where what was typed can't be declined and the command says why.</summary>
    public Review? ToReview(OrderAtDesk.View shown)
    {
        if (shown.Lines.FirstOrDefault(l => l.Id == Line) is not { } line || Quantity is not { } quantity || quantity < 1 || quantity > line.Left || !Typed.IsText(Reason ?? "", DeclineLine.MostReason))
            return null;
        var ends = shown.Lines.Sum(l => l.Left) == quantity;
        var off = line.UnitPrice * quantity + (ends ? shown.Delivery : Money.Zero(line.UnitPrice.Currency));
        return Sure == off.Minor.ToString(CultureInfo.InvariantCulture) ? null : new(line, quantity, off, ends);
    }

    /// <param name="Off">What the buyer gets back, or need not pay: delivery too, where nothing is left to send.</param>
    /// <param name="Ends">Whether nothing is left to send.</param>
    internal sealed record Review(OrderAtDesk.Line Line, int Quantity, Money Off, bool Ends);
}
