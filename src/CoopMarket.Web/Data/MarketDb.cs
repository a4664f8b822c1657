using System.Data;
using CoopMarket.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Data;

/// <summary>
/// The market's model. Each area maps its own tables in its Data folder; the two derived contexts hold what SQLite and
/// PostgreSQL do differently.
/// </summary>
internal abstract class MarketDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>The isolation of an ordinary command. Rules that race are decided by conditional updates and unique indexes.</summary>
    public abstract IsolationLevel UsualIsolation { get; }

    /// <summary>The isolation in which all that is read stands as it stood at the first look; nobody who writes waits for it.</summary>
    public abstract IsolationLevel OneLook { get; }

    /// <summary>
    /// SQL that reads the items of the JSON array in a parameter as rows of one column, <c>value</c>: a great many rows come in
    /// with one statement.
    /// </summary>
    /// <param name="parameter">As SQL names it, such as <c>{0}</c>.</param>
    public abstract string EachOf(string parameter);

    /// <summary>
    /// Lets nobody else hold the same until the running transaction ends: what is read of it meanwhile stays true. To be held before any
    /// row is changed, so that no two wait for each other.
    /// </summary>
    /// <param name="what">Such as <c>payments.bank-lines</c>.</param>
    public abstract Task HoldAsync(string what, CancellationToken cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<LocalizedText>().HaveConversion<LocalizedTextConverter, LocalizedTextComparer>();
        configurationBuilder.Properties<TextOrigins>().HaveConversion<TextOriginsConverter, TextOriginsComparer>();
        configurationBuilder.ComplexProperties<Money>();
        foreach (var id in TypedIds.All)
            configurationBuilder.Properties(id).HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(id));
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MarketDb).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(Entity))))
            modelBuilder.Entity(entity.ClrType).Property(nameof(Entity.Version)).IsConcurrencyToken();
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => TypedIds.All.Contains(p.ClrType)))
            property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Asking for the entries looks for changes; the base need not look again.
        foreach (var entry in ChangeTracker.Entries<Entity>().Where(e => e.State == EntityState.Modified))
            entry.Property(nameof(Entity.Version)).CurrentValue = entry.Entity.Version + 1;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }
}
