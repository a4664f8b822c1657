using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Search.Contract;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Search.Data;

/// <summary>
/// One word under which something is found. Both databases compare plain letters only; all that makes the order is counted
/// in the program, so that they give the same.
/// </summary>
internal sealed class SearchWord
{
    /// <summary>The longest word kept; longer ones are cut.</summary>
    public const int Longest = 40;

    public required FindableKind Kind { get; init; }

    /// <summary>The id of the product, cooperative or story.</summary>
    public required Guid Subject { get; init; }

    /// <summary>Lower case, without marks.</summary>
    public required string Word { get; init; }

    /// <summary>With its marks, in the form of <see cref="MarkedWord"/>.</summary>
    public required string Marked { get; init; }

    /// <summary>What the best place of the word is worth.</summary>
    public required int Points { get; init; }
}

internal sealed class SearchWordMapping : IEntityTypeConfiguration<SearchWord>
{
    public void Configure(EntityTypeBuilder<SearchWord> word)
    {
        word.ToTable("search_words");
        word.HasKey(w => new { w.Kind, w.Subject, w.Word, w.Marked }).Reruns();
        // The best of a word come out of it in order, and nothing need be looked up beside it.
        word.HasIndex(w => new { w.Word, w.Points, w.Subject, w.Marked, w.Kind }).IsDescending(false, true, true, false, false);
        word.Property(w => w.Word).HasMaxLength(SearchWord.Longest);
        word.Property(w => w.Marked).HasMaxLength(SearchWord.Longest * 2);
    }
}
