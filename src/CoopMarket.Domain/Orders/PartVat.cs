using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Orders;

/// <summary>One thing of a part that is sold in the end, with the tax that its price includes.</summary>
/// <param name="Line">Null: the delivery.</param>
/// <param name="Gross">What the buyer pays for it in the end, tax included; above zero.</param>
/// <param name="IsTold">Whether anybody said how it is taxed; where nobody did, nothing is known of its tax.</param>
/// <param name="BasisPoints">Its rate; null where it is outside the tax, or untold.</param>
/// <param name="Net">Without the tax. The nets of one rate and its tax sum to what it costs, to the đồng.</param>
public sealed record VatPiece(OrderLine? Line, Money Gross, bool IsTold, int? BasisPoints, Money Net);

/// <summary>All that bears one rate.</summary>
/// <param name="BasisPoints">Null: outside the tax.</param>
/// <param name="Net">Without the tax.</param>
public sealed record VatRateSum(int? BasisPoints, Money Net, Money Tax);

/// <summary>The tax inside what a buyer pays for a part in the end, by the rates that held when it was ordered.</summary>
/// <param name="Pieces">What is sold of it, as it stands: declined things and what was given back are not in it.</param>
/// <param name="Sums">One for each rate that is told, the highest first, what is outside the tax last.</param>
public sealed record PartVat(IReadOnlyList<VatPiece> Pieces, IReadOnlyList<VatRateSum> Sums)
{
    /// <summary>Whether of every piece is known how it is taxed.</summary>
    public bool IsWhole => Pieces.Count > 0 && Pieces.All(p => p.IsTold);

    /// <summary>Splits what a part costs in the end.</summary>
    /// <param name="way">How the order is paid.</param>
    public static PartVat Of(SellerOrder part, PaymentWay way)
    {
        List<VatPiece> pieces = [];
        if (!part.IsCalledOff)
            pieces.AddRange(part.Lines.OrderBy(l => l.Position).Select(l => (Line: l, Gross: part.Refundable(l.Id))).Where(l => l.Gross.Minor > 0)
                .Select(l => new VatPiece(l.Line, l.Gross, l.Line.Vat is not null, l.Line.VatBasisPoints, l.Gross)));
        var delivery = part.IsCalledOff ? part.Kept(way) : part.Refundable(null);
        if (delivery.Minor > 0)
            pieces.Add(new(null, delivery, part.DeliveryVatBasisPoints is not null, part.DeliveryVatBasisPoints, delivery));

        List<VatRateSum> sums = [];
        foreach (var rate in pieces.Where(p => p.IsTold).Select(p => p.BasisPoints).Distinct().OrderByDescending(b => b ?? -1).ToList())
        {
            var of = pieces.Where(p => p.IsTold && p.BasisPoints == rate).ToList();
            var gross = Money.Sum(of.Select(p => p.Gross), part.Goods.Currency);
            var tax = rate is { } basisPoints ? VatInside.Of(gross, basisPoints) : Money.Zero(gross.Currency);
            var nets = Allocation.Split(gross - tax, [.. of.Select(p => p.Gross.Minor)]);
            foreach (var (piece, net) in of.Zip(nets))
                pieces[pieces.IndexOf(piece)] = piece with { Net = net };
            sums.Add(new(rate, gross - tax, tax));
        }

        return new(pieces, sums);
    }
}
