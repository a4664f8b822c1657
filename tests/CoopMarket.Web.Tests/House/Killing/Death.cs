using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.House.Killing;

/// <summary>Something was left torn by work that ended at one of its moments.</summary>
internal sealed class TornException(string message, Exception why) : Exception(message, why);

/// <summary>
/// Ends work at one of the moments after which it leaves something else behind than before: before and after a statement that writes
/// by itself, before the first one that writes in a transaction, before and after its commit. From then on nothing reaches the
/// database any more, so that no «catch» puts in order what a killed process could not.
/// </summary>
internal sealed partial class Death(int moment) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly Lock _turn = new();
    private readonly List<IDisposable> _listening = [];
    private readonly HashSet<DbTransaction> _writing = [];
    private (string, string) _of;
    private int _left = moment;

    public bool HasCome { get; private set; }

    /// <summary>At which moment; empty while it has not come.</summary>
    public string Where { get; private set; } = "";

    /// <summary>
    /// Lets a story happen again and again, each time with a death one moment later, until it comes to its end without one.
    /// </summary>
    /// <returns>How many moments there were to die at.</returns>
    /// <exception cref="TornException">After one of the deaths the story did not come out as it should.</exception>
    public static async Task<int> EverywhereAsync(Func<Death, Task> story)
    {
        for (var moment = 1; ; moment++)
        {
            Death death = new(moment);
            try
            {
                await story(death);
            }
            catch (Exception e) when (death.HasCome)
            {
                throw new TornException($"Death at moment {moment}, {death.Where}: {e.Message}", e);
            }

            if (!death.HasCome)
                return moment - 1;
        }
    }

    /// <summary>The same of a broken twin: it is well while it lives, and some death leaves it torn.</summary>
    public static async Task TearsAsync(Func<Death, Task> story)
    {
        await story(new(int.MaxValue));
        await Should.ThrowAsync<TornException>(() => EverywhereAsync(story));
    }

    /// <summary>Delivers all that writes; mails and other calls to the outside wait.</summary>
    /// <exception cref="InvalidOperationException">A delivery failed by itself and was put off: a story without it has fewer moments to die at, and would pass for one that ended.</exception>
    public static async Task WritesAsync(Market market)
    {
        while (await market.Services.GetRequiredService<Deliver>().RunAsync(ReactionKind.Writes, CancellationToken.None) > 0)
        {
        }

        if ((await market.RowsAsync<OutboxRow>()).Find(r => r.LastError is not null) is { } putOff)
            throw new InvalidOperationException($"{putOff.Subscriber} was put off: {putOff.LastError}");
    }

    /// <summary>Lets work run until it is through or dies.</summary>
    public async Task MeetsAsync(Market market, Func<Task> work)
    {
        _of = await market.InDbAsync(db => Task.FromResult(Name(db)));
        using (DiagnosticListener.AllListeners.Subscribe(this))
        {
            try
            {
                await work();
            }
            catch (Exception) when (HasCome)
            {
                // It is dead; whoever comes next finds what it left.
            }
        }

        lock (_turn)
        {
            foreach (var listening in _listening)
                listening.Dispose();
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name != DbLoggerCategory.Name)
            return;
        lock (_turn)
            _listening.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not (CommandEventData or TransactionEventData or TransactionStartingEventData) || value.Value is not DbContextEventData { Context: { } context } || Name(context) != _of)
            return;
        var happening = value.Key[(value.Key.LastIndexOf('.') + 1)..];
        lock (_turn)
        {
            if (HasCome && happening is "CommandExecuting" or "TransactionStarting" or "TransactionCommitting")
                throw new DeadException();
            if (value.Value is CommandEventData { Command: { } command } && Writing().IsMatch(command.CommandText))
                Write(happening, command);
            else if (value.Value is TransactionEventData { Transaction: { } transaction } && _writing.Contains(transaction))
                End(happening, transaction);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    // Within a transaction it is all the same which of its statements was the last.
    private void Write(string happening, DbCommand command)
    {
        if (happening == "CommandExecuting" && (command.Transaction is null || _writing.Add(command.Transaction)))
            Come("before", command);
        else if (happening == "CommandExecuted" && command.Transaction is null)
            Come("after", command);
    }

    private void End(string happening, DbTransaction transaction)
    {
        if (happening is "TransactionCommitted" or "TransactionRolledBack" or "TransactionDisposed")
            _writing.Remove(transaction);
        if (happening is "TransactionCommitting" or "TransactionCommitted")
            Come(happening, null);
    }

    private void Come(string when, DbCommand? command)
    {
        if (HasCome || --_left > 0)
            return;
        (HasCome, Where) = (true, command is null ? when : $"{when} {command.CommandText[..Math.Min(command.CommandText.Length, 80)]}");
        throw new DeadException();
    }

    /// <summary>What sets a context's database apart from those of other tests.</summary>
    public static (string, string) Name(DbContext context)
    {
        var connection = context.Database.GetDbConnection();
        return (connection.DataSource, connection.Database);
    }

    [GeneratedRegex(@"^\s*(INSERT INTO|UPDATE|DELETE FROM|WITH)\b|;\s*(INSERT INTO|UPDATE|DELETE FROM)\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Writing();

    private sealed class DeadException() : Exception("The process is dead.");
}
