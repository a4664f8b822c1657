using CoopMarket.Domain.Orders;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Orders.Data;

internal sealed class NudgeMapping : IEntityTypeConfiguration<Nudge>
{
    public void Configure(EntityTypeBuilder<Nudge> nudge)
    {
        nudge.ToTable("orders_nudges");
        nudge.HasKey(n => n.Id);
        nudge.Property(n => n.Id).ValueGeneratedNever();
        // Decides between nodes that find a part due at the same moment.
        nudge.HasIndex(n => new { n.SellerOrder, n.Kind }).RefusesAs(new NudgedAlready());
    }
}
