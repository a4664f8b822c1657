using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Search.Data;

/// <summary>
/// A way that leads to a word: the word itself, the word with one letter left out, or its beginning (see <see cref="Ways"/>).
/// Ways are looked up as they are, so that neither database scans or compares anything. A way to a word that nothing holds
/// any longer leads nowhere and does no harm.
/// </summary>
internal sealed class SearchWay
{
    /// <summary>Lower-case letters, with a star at the end of a beginning.</summary>
    public required string Way { get; init; }

    /// <summary>A folded word that names goods, people or places.</summary>
    public required string Word { get; init; }
}

internal sealed class SearchWayMapping : IEntityTypeConfiguration<SearchWay>
{
    public void Configure(EntityTypeBuilder<SearchWay> way)
    {
        way.ToTable("search_ways");
        way.HasKey(w => new { w.Way, w.Word }).Reruns();
        way.Property(w => w.Way).HasMaxLength(SearchWord.Longest);
        way.Property(w => w.Word).HasMaxLength(SearchWord.Longest);
    }
}
