using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Search.Data;

/// <summary>The one row that says how often the shop has changed, for the nodes that keep its pages.</summary>
internal sealed class ShopChanges
{
    /// <summary>The row's id.</summary>
    public const int Only = 1;

    public int Id { get; init; } = Only;

    /// <summary>Grows with every change that readers see.</summary>
    public long Count { get; init; }
}

internal sealed class ShopChangesMapping : IEntityTypeConfiguration<ShopChanges>
{
    public void Configure(EntityTypeBuilder<ShopChanges> changes)
    {
        changes.ToTable("search_changes");
        changes.HasKey(c => c.Id).Reruns();
        changes.Property(c => c.Id).ValueGeneratedNever();
    }
}
