using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Orders.Data;

internal sealed class OrderMapping : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> order)
    {
        order.ToTable("orders_orders");
        order.HasKey(o => o.Id);
        order.Property(o => o.Code).HasMaxLength(10);
        order.Property(o => o.FormKey).HasMaxLength(32);
        order.Property(o => o.SecretHash).HasMaxLength(64);
        order.ComplexProperty(o => o.To);
        order.ComplexProperty(o => o.Address);
        order.Ignore(o => o.WithdrawBy);
        order.ComplexProperty(o => o.Invoice).Ignore(i => i.IsAsked);
        order.ComplexProperty(o => o.Terms).Ignore(t => t.IsForeign);
        order.HasMany(o => o.Parts).WithOne().HasForeignKey(p => p.OrderId);
        order.Navigation(o => o.Parts).AutoInclude();
        order.HasIndex(o => o.FormKey).Reruns();
        order.HasIndex(o => o.Code).Reruns();
        order.HasIndex(o => new { o.Buyer, o.PlacedAt });
        order.HasIndex(o => new { o.State, o.PayBy });
    }
}

internal sealed class SellerOrderMapping : IEntityTypeConfiguration<SellerOrder>
{
    public void Configure(EntityTypeBuilder<SellerOrder> part)
    {
        part.ToTable("orders_seller_orders");
        part.HasKey(p => p.Id);
        part.Property(p => p.ParcelNumber).HasMaxLength(40);
        part.HasMany(p => p.Lines).WithOne().HasForeignKey(l => l.SellerOrderId);
        part.Navigation(p => p.Lines).AutoInclude();
        part.HasMany(p => p.Refunds).WithOne().HasForeignKey(r => r.SellerOrderId);
        part.Navigation(p => p.Refunds).AutoInclude();
        part.OwnsMany(p => p.FurtherParcels, parcel =>
        {
            parcel.ToTable("orders_further_parcels");
            parcel.WithOwner().HasForeignKey(p => p.SellerOrderId);
            parcel.Property(p => p.Number).HasMaxLength(TrackingLink.MaxNumber);
            // The one of two presses at once that comes second finds it known.
            parcel.HasKey(p => new { p.SellerOrderId, p.Number }).HasAnnotation(Collisions.RerunAnnotation, "yes");
        });
        part.Ignore(p => p.Parcels).Ignore(p => p.Total).Ignore(p => p.GoodsLeft).Ignore(p => p.FeeLeft).Ignore(p => p.Refunded).Ignore(p => p.FeeKept).Ignore(p => p.GoodsKept).Ignore(p => p.IsCalledOff).Ignore(p => p.FeeInTheEnd).Ignore(p => p.HasEnded).Ignore(p => p.MayBeRefunded).Ignore(p => p.Window).Ignore(p => p.WindowAhead);
        part.HasIndex(p => new { p.Cooperative, p.State });
        part.HasIndex(p => p.State);
    }
}

internal sealed class OrderLineMapping : IEntityTypeConfiguration<OrderLine>
{
    public void Configure(EntityTypeBuilder<OrderLine> line)
    {
        line.ToTable("orders_lines");
        line.HasKey(l => l.Id);
        line.Ignore(l => l.Goods).Ignore(l => l.Left).Ignore(l => l.GoodsLeft).Ignore(l => l.FeeLeft).Ignore(l => l.Window);
        line.HasIndex(l => l.Variant);
        line.HasIndex(l => l.Ahead);
        line.HasIndex(l => l.Product);
    }
}

internal sealed class PartRefundMapping : IEntityTypeConfiguration<PartRefund>
{
    public void Configure(EntityTypeBuilder<PartRefund> refund)
    {
        refund.ToTable("orders_part_refunds");
        refund.OnlyAdded();
        refund.HasKey(r => r.Id);
        refund.Property(r => r.Reason).HasMaxLength(DeclineLine.MostReason * 8);
    }
}

internal sealed class BasketMapping : IEntityTypeConfiguration<Basket>
{
    public void Configure(EntityTypeBuilder<Basket> basket)
    {
        basket.ToTable("orders_baskets");
        basket.HasKey(b => b.Id);
        basket.Property(b => b.KeyHash).HasMaxLength(64);
        basket.HasIndex(b => b.KeyHash).Reruns();
        basket.HasIndex(b => b.Person).Reruns();
        basket.HasIndex(b => b.TouchedAt);
        basket.OwnsMany(b => b.Lines, line =>
        {
            line.ToTable("orders_basket_lines");
            line.WithOwner().HasForeignKey("BasketId");
            line.Property<long>("Id");
            line.HasKey("Id");
            line.HasIndex("BasketId", nameof(BasketLine.Variant)).IsUnique().HasAnnotation(Collisions.RerunAnnotation, "yes");
        });
    }
}
