using CoopMarket.Domain.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;

namespace CoopMarket.Web.Data;

/// <summary>What a collision in the database means.</summary>
/// <param name="Rerun">A second try of the whole command may settle it.</param>
/// <param name="Refusal">What to answer when it does not.</param>
internal sealed record Collision(bool Rerun, Refusal Refusal);

/// <summary>Reads what a failed save means: unique indexes and keys name their answer beside their mapping.</summary>
internal sealed class Collisions
{
    internal const string RefusalAnnotation = "Market:Refusal";
    internal const string RerunAnnotation = "Market:Rerun";

    private const int SqliteBusy = 5;
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    /// <summary>Null where the exception is no collision but a bug or a fault.</summary>
    public Collision? Of(Exception e, MarketDb db) => e switch
    {
        DbUpdateConcurrencyException => new(Rerun: true, new ChangedMeanwhile()),
        DbUpdateException { InnerException: { } inner } => Of(inner, db),
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => new(true, new ChangedMeanwhile()),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } unique
            => Named(db, c => c.Name == unique.ConstraintName),
        SqliteException { SqliteErrorCode: SqliteBusy } => new(true, new ChangedMeanwhile()),
        SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } unique
            => Named(db, c => unique.Message.Contains(c.Columns, StringComparison.Ordinal)),
        // Npgsql wraps a deadlock that EnableRetryOnFailure would retry; that stays off, so the command is rerun here.
        InvalidOperationException { InnerException: DbUpdateException or PostgresException } wrapped => Of(wrapped.InnerException!, db),
        _ => null,
    };

    private static Collision? Named(MarketDb db, Func<Unique, bool> isIt)
        => db.Model.GetEntityTypes().SelectMany(Unique.Of).FirstOrDefault(isIt) is { } broken ? Answer(broken.Source) : null;

    private static Collision? Answer(IReadOnlyAnnotatable constraint)
    {
        var refusal = constraint.FindAnnotation(RefusalAnnotation)?.Value is string name ? typeof(Refusal).Assembly.GetType(name) ?? Type.GetType(name) : null;
        var rerun = constraint.FindAnnotation(RerunAnnotation) is not null;
        return refusal is null && !rerun ? null : new(rerun, refusal is null ? new ChangedMeanwhile() : (Refusal)Activator.CreateInstance(refusal)!);
    }
}

/// <summary>A unique index or a key, as the two databases name it when it is violated.</summary>
/// <param name="Source">The index or key, with its answer.</param>
/// <param name="Name">As PostgreSQL names it.</param>
/// <param name="Columns">As SQLite writes it: «UNIQUE constraint failed: table.column, table.column».</param>
internal sealed record Unique(IReadOnlyAnnotatable Source, string Name, string Columns)
{
    /// <summary>All of an entity's.</summary>
    public static IEnumerable<Unique> Of(IEntityType entity) =>
    [
        .. entity.GetIndexes().Where(i => i.IsUnique).Select(i => new Unique(i, i.GetDatabaseName()!, Failed(entity, i.Properties))),
        .. entity.GetKeys().Select(k => new Unique(k, k.GetName()!, Failed(entity, k.Properties))),
    ];

    private static string Failed(IEntityType entity, IReadOnlyList<IProperty> properties)
        => "failed: " + string.Join(", ", properties.Select(p => $"{entity.GetTableName()}.{p.GetColumnName()}")) + "'";
}

/// <summary>What a unique index or a key answers when it is violated, written beside its mapping.</summary>
internal static class UniqueAnswers
{
    /// <summary>A violation is refused with <typeparamref name="TRefusal"/>, which has a constructor without parameters.</summary>
    public static IndexBuilder<T> RefusesAs<T, TRefusal>(this IndexBuilder<T> index, TRefusal refusal)
        where TRefusal : Refusal
    {
        index.IsUnique().HasAnnotation(Collisions.RefusalAnnotation, refusal.GetType().FullName);
        return index;
    }

    /// <summary>A violation reruns the command, which then finds what the first one made (a doubled form key).</summary>
    public static IndexBuilder<T> Reruns<T>(this IndexBuilder<T> index)
    {
        index.IsUnique().HasAnnotation(Collisions.RerunAnnotation, "yes");
        return index;
    }

    /// <summary>Two who did the same at once: the second command is rerun and finds what the first one made.</summary>
    public static KeyBuilder Reruns(this KeyBuilder key) => key.HasAnnotation(Collisions.RerunAnnotation, "yes");
}
