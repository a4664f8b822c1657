using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Pipeline;

/// <summary>How a command at a desk or of an admin ended.</summary>
internal enum AuditResult
{
    Done,
    Refused,
    Denied,
}

/// <summary>One command at a desk or of an admin, or a person's own that touches what is another's: who, for whom, what, when, from where, done or refused. Only ever added, and sealed a moment later (<see cref="AuditSeal"/>).</summary>
internal sealed class AuditRow
{
    public required Guid Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The person's id, a job's name, or «guest».</summary>
    public required string Actor { get; init; }

    /// <summary>The cooperative it was done for; null for the market's own.</summary>
    public CooperativeId? Cooperative { get; init; }

    /// <summary>Area and use case.</summary>
    public required string What { get; init; }

    /// <summary>The code or id of the thing; empty where there is none.</summary>
    public string About { get; init; } = "";

    /// <summary>The network address; empty for jobs.</summary>
    public string Address { get; init; } = "";

    public required AuditResult Result { get; init; }

    /// <summary>The refusal's name; null when done.</summary>
    public string? Reason { get; init; }
}

/// <summary>Writes audit rows: in the command's own transaction when it is done, on a connection of its own when it is not.</summary>
internal sealed class Audit(MarketDb db, IServiceScopeFactory scopes, TimeProvider time, Ids ids)
{
    /// <summary>How many rows of what was denied one reader leaves within <see cref="DeniedWithin"/>.</summary>
    public const int MostDenied = 1_000;

    /// <summary>Within which time they are counted.</summary>
    public static readonly TimeSpan DeniedWithin = TimeSpan.FromHours(1);

    /// <summary>Whether requests of this kind leave a row.</summary>
    public static bool Covers(object request) => request is IForCooperative or IForAdmin or IAudited;

    /// <summary>Adds the row to the running transaction.</summary>
    public void Done(object request, Actor actor) => db.Add(Row(request, actor, AuditResult.Done, null));

    /// <summary>Keeps the row although the command's work was rolled back.</summary>
    public Task RefusedAsync(object request, Actor actor, Refusal? refusal, CancellationToken cancellationToken)
        => KeepAsync(Row(request, actor, AuditResult.Refused, refusal?.GetType().Name ?? "Invalid"), cancellationToken);

    /// <summary>
    /// Keeps that somebody asked for what is not hers. Who tries thousands of doors is written down a thousand times in an hour: nothing
    /// can be deleted from the audit, so nobody may fill it. The log has the rest.
    /// </summary>
    public async Task DeniedAsync(object request, Actor actor, CancellationToken cancellationToken)
    {
        var (who, since) = (actor.ToString(), time.Now() - DeniedWithin);
        if (await db.Set<AuditRow>().CountAsync(r => r.At > since && r.Result == AuditResult.Denied && r.Actor == who && r.Address == actor.Address, cancellationToken) < MostDenied)
            await KeepAsync(Row(request, actor, AuditResult.Denied, null), cancellationToken);
    }

    private async Task KeepAsync(AuditRow row, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<MarketDb>();
        own.Add(row);
        await own.SaveChangesAsync(cancellationToken);
    }

    private AuditRow Row(object request, Actor actor, AuditResult result, string? reason) => new()
    {
        Id = ids.New(),
        At = time.Now(),
        Actor = actor.ToString(),
        Cooperative = (request as IForCooperative)?.Cooperative,
        What = RequestName.Of(request.GetType()),
        About = (request as IAbout)?.About ?? "",
        Address = actor.Address,
        Result = result,
        Reason = reason,
    };
}

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> row)
    {
        row.ToTable("audit_rows");
        row.OnlyAdded();
        row.Property(r => r.Id).ValueGeneratedNever();
        row.HasIndex(r => r.At);
        row.HasIndex(r => new { r.Cooperative, r.At });
        // Whoever asks what is kept of her reads her own rows, however many there are.
        row.HasIndex(r => new { r.Actor, r.At });
    }
}
