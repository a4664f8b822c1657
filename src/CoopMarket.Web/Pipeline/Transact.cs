using System.Data;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Pipeline;

/// <summary>The command needs the database to behave as if it ran alone (a rule over several rows, such as «the last manager stays»).</summary>
internal interface ISerialized;

/// <summary>
/// One transaction per command. What is refused leaves nothing behind; <see cref="OutcomeKind.Recorded"/> keeps what a refusal
/// must keep. Collisions that a second try can settle rerun the whole command once.
/// </summary>
internal sealed class Transact<TRequest, TResponse>(MarketDb db, WriteGate gate, Outbox outbox, Collisions collisions, Audit audit)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
    where TResponse : IOutcome<TResponse>
{
    private const int MostTries = 2;

    // Serializable transactions on PostgreSQL are refused by design now and then; a handful of tries settles them.
    private const int MostSerializedTries = 5;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var response = request is IUntransacted
            ? await AloneAsync(request, next, cancellationToken)
            : await TransactAsync(request, next, cancellationToken);
        if (response.Kind is OutcomeKind.Refused or OutcomeKind.Invalid && Audit.Covers(request))
            await audit.RefusedAsync(request, ((IForSomeone)request).Actor, response.Refusal, cancellationToken);
        return response;
    }

    private async Task<TResponse> AloneAsync(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        var response = await next();
        if (response.Kind is OutcomeKind.Done && Audit.Covers(request))
        {
            audit.Done(request, ((IForSomeone)request).Actor);
            await db.SaveChangesAsync(cancellationToken);
        }

        return response;
    }

    private async Task<TResponse> TransactAsync(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is not null)
            throw new InvalidOperationException($"{RequestName.Of(typeof(TRequest))} was sent inside another command.");

        var tries = request is ISerialized ? MostSerializedTries : MostTries;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(request, next, cancellationToken);
            }
            catch (Exception e) when (collisions.Of(e, db) is { } collision)
            {
                db.ChangeTracker.Clear();
                outbox.Forget();
                if (!collision.Rerun || attempt == tries)
                    return TResponse.Refused(collision.Refusal);
            }
        }
    }

    private async Task<TResponse> TryAsync(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(
            request is ISerialized ? IsolationLevel.Serializable : db.UsualIsolation, cancellationToken);
        var response = await next();
        if (response.Kind is OutcomeKind.Done or OutcomeKind.Recorded)
        {
            if (Audit.Covers(request))
                audit.Done(request, ((IForSomeone)request).Actor);
            outbox.Collect();
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            outbox.Signal();
        }
        else
        {
            await transaction.RollbackAsync(cancellationToken);
            db.ChangeTracker.Clear();
            outbox.Forget();
        }

        return response;
    }
}
