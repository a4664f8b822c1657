using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace CoopMarket.Web.Features.Catalog.Data;

internal sealed class ProductMapping : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> product)
    {
        product.ToTable("catalog_products");
        product.HasKey(p => p.Id);
        product.Property(p => p.Slug).HasMaxLength(100);
        product.HasIndex(p => p.Slug).Reruns();
        product.HasIndex(p => new { p.Cooperative, p.State });
        product.HasIndex(p => new { p.State, p.FirstLiveAt });
        product.HasIndex(p => p.Category);
        product.Ignore(p => p.Telling).Ignore(p => p.MayBeShown);
        product.HasMany(p => p.Variants).WithOne().HasForeignKey(v => v.Product);
    }
}

internal sealed class VariantMapping : IEntityTypeConfiguration<Variant>
{
    public void Configure(EntityTypeBuilder<Variant> variant)
    {
        variant.ToTable("catalog_variants", table => table.HasCheckConstraint("ck_catalog_variants_on_hand", "on_hand >= 0"));
        variant.HasKey(v => v.Id);
        variant.Ignore(v => v.UnitPrice);
        variant.Property(v => v.Gtin).HasMaxLength(Gtin.Length);
        // Of two that claim one number at once, the second runs anew and is told.
        variant.HasIndex(v => v.Gtin).IsUnique().HasFilter("gtin IS NOT NULL").Reruns();
    }
}

internal sealed class ProductAddressMapping : IEntityTypeConfiguration<ProductAddress>
{
    public void Configure(EntityTypeBuilder<ProductAddress> address)
    {
        address.ToTable("catalog_addresses");
        address.HasKey(a => new { a.Product, a.Slug }).Reruns();
        address.Property(a => a.Slug).HasMaxLength(100);
        address.HasIndex(a => a.Slug).Reruns();
    }
}

internal sealed class ProductEditMapping : IEntityTypeConfiguration<ProductEdit>
{
    public void Configure(EntityTypeBuilder<ProductEdit> edit)
    {
        edit.ToTable("catalog_edits");
        edit.HasKey(e => e.Id);
        edit.HasIndex(e => new { e.SeenAt, e.At });
        edit.HasIndex(e => e.Product);
        edit.Property(e => e.Changes).HasConversion(
            changes => JsonSerializer.Serialize(changes, Json.Options),
            json => JsonSerializer.Deserialize<List<FactChange>>(json, Json.Options)!,
            new ValueComparer<IReadOnlyList<FactChange>>((a, b) => a!.SequenceEqual(b!), c => c.Count, c => c));
    }
}

internal sealed class HeldTextsMapping : IEntityTypeConfiguration<HeldTexts>
{
    public void Configure(EntityTypeBuilder<HeldTexts> held)
    {
        held.ToTable("catalog_held_texts");
        held.HasKey(h => h.Product).Reruns();
        held.Ignore(h => h.Telling).Ignore(h => h.Hash);
        held.HasIndex(h => h.At);
        held.Property(h => h.Words).HasConversion(
            words => JsonSerializer.Serialize(words, Json.Options),
            json => JsonSerializer.Deserialize<List<string>>(json, Json.Options)!,
            new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), c => c.Count, c => c));
    }
}

internal sealed class ForbiddenWordMapping : IEntityTypeConfiguration<ForbiddenWord>
{
    public void Configure(EntityTypeBuilder<ForbiddenWord> word)
    {
        word.ToTable("catalog_forbidden_words");
        word.HasKey(w => w.Id);
        word.Property(w => w.Words).HasMaxLength(ForbiddenWord.MostLetters * 8);
        word.HasIndex(w => w.From);
    }
}

internal sealed class AheadSaleMapping : IEntityTypeConfiguration<AheadSale>
{
    public void Configure(EntityTypeBuilder<AheadSale> sale)
    {
        sale.ToTable("catalog_ahead_sales", table => table.HasCheckConstraint("ck_catalog_ahead_sales_counts", "0 <= aside AND aside <= sold AND sold <= quota"));
        sale.HasKey(a => a.Id);
        sale.Ignore(a => a.Count).Ignore(a => a.Terms);
        sale.HasIndex(a => a.Product);
        sale.HasIndex(a => a.Variant);
        // Two that open at once meet here.
        sale.HasIndex(a => a.Variant, "ix_catalog_ahead_sales_open").IsUnique().HasFilter("ended_at IS NULL").Reruns();
    }
}

internal sealed class StockMoveMapping : IEntityTypeConfiguration<StockMove>
{
    public void Configure(EntityTypeBuilder<StockMove> move)
    {
        move.ToTable("catalog_stock_moves");
        move.OnlyAdded();
        move.HasKey(m => m.Id);
        move.HasIndex(m => new { m.Variant, m.At });
    }
}

internal sealed class CategoryEntryMapping : IEntityTypeConfiguration<CategoryEntry>
{
    public void Configure(EntityTypeBuilder<CategoryEntry> entry)
    {
        entry.ToTable("catalog_categories");
        entry.OnlyAdded();
        entry.HasKey(e => e.Id);
        entry.HasIndex(e => new { e.Category, e.From }).Reruns();
    }
}
