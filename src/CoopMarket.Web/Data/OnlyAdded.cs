using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Data;

/// <summary>Marks, beside its mapping, what is only ever added to; <see cref="LedgerTriggers"/> keeps its rows as they are.</summary>
internal static class OnlyAddedMarker
{
    private const string Annotation = "Market:OnlyAdded";

    /// <summary>Its rows are never changed and never deleted, whoever asks.</summary>
    public static EntityTypeBuilder<T> OnlyAdded<T>(this EntityTypeBuilder<T> entity)
        where T : class
        => entity.HasAnnotation(Annotation, "yes");

    /// <summary>The same for what belongs to another row.</summary>
    public static void OnlyAdded<TOwner, T>(this OwnedNavigationBuilder<TOwner, T> owned)
        where TOwner : class
        where T : class
        => owned.HasAnnotation(Annotation, "yes");

    /// <summary>The tables that are marked so, in the order of their names.</summary>
    public static IReadOnlyList<string> OnlyAddedTables(this IModel model)
        => [.. model.GetEntityTypes().Where(t => t.FindAnnotation(Annotation) is not null).Select(t => t.GetTableName()!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
