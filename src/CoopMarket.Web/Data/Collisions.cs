using CoopMarket.Domain.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;

namespace CoopMarket.Web.Data;

/// <summary>What a collision in the database means.</summary>
/// <param name="Rerun">A second try of the whole command may settle it.</param>
/// <param name="Refusal">What to answer when it does not.</param>
internal sealed record Collision(bool Rerun, Refusal Refusal);

/// <summary>Reads what a failed save means: unique indexes name their refusal beside their mapping.</summary>
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
            => Named(db, i => i.GetDatabaseName() == unique.ConstraintName),
        SqliteException { SqliteErrorCode: SqliteBusy } => new(true, new ChangedMeanwhile()),
        SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } unique
            => Named(db, i => unique.Message.Contains(Columns(i), StringComparison.Ordinal)),
        // Npgsql wraps a deadlock that EnableRetryOnFailure would retry; that stays off, so the command is rerun here.
        InvalidOperationException { InnerException: DbUpdateException or PostgresException } wrapped => Of(wrapped.InnerException!, db),
        _ => null,
    };

    private static Collision? Named(MarketDb db, Func<IIndex, bool> isIt)
    {
        var index = db.Model.GetEntityTypes().SelectMany(t => t.GetIndexes()).FirstOrDefault(i => i.IsUnique && isIt(i));
        if (index is null)
            return null;
        var refusal = index.FindAnnotation(RefusalAnnotation)?.Value is string name ? typeof(Refusal).Assembly.GetType(name) ?? Type.GetType(name) : null;
        var rerun = index.FindAnnotation(RerunAnnotation) is not null;
        return refusal is null && !rerun ? null : new(rerun, refusal is null ? new ChangedMeanwhile() : (Refusal)Activator.CreateInstance(refusal)!);
    }

    // As SQLite writes it: «UNIQUE constraint failed: table.column, table.column».
    private static string Columns(IIndex index)
    {
        var table = index.DeclaringEntityType.GetTableName();
        return "failed: " + string.Join(", ", index.Properties.Select(p => $"{table}.{p.GetColumnName()}")) + "'";
    }
}

/// <summary>What a unique index answers when it is violated, written beside its mapping.</summary>
internal static class UniqueIndexAnswers
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
}
