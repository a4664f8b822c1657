using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

/// <summary>
/// Ends or halts the program that it is loaded into, at the moment that <see cref="Variable"/> names. The runtime wants this name
/// and no namespace; the program knows nothing of it, and what is killed is what operators run.
/// </summary>
[SuppressMessage("Design", "MA0047", Justification = "The runtime looks for it by this name.")]
internal static class StartupHook
{
    /// <summary>«signal|moment|count|statement»: at the count-th such moment of a statement that holds the text, quotes left out.</summary>
    public const string Variable = "COOPMARKET_TEST_HALT";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split('|') is [var signal, var moment, var count, var statement])
            DiagnosticListener.AllListeners.Subscribe(new Listeners(new Moment(signal, moment, int.Parse(count, null), statement)));
    }

    private sealed class Listeners(Moment moment) : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                value.Subscribe(moment);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    private sealed class Moment(string signal, string moment, int count, string statement) : IObserver<KeyValuePair<string, object?>>
    {
        // Contexts whose transaction has such a statement in it.
        private readonly HashSet<DbContext> _within = [];
        private int _left = count;

        public void OnNext(KeyValuePair<string, object?> value)
        {
            var happening = value.Key[(value.Key.LastIndexOf('.') + 1)..];
            lock (_within)
            {
                if (value.Value is CommandEventData command && command.Command.CommandText.Replace("\"", "", StringComparison.Ordinal).Contains(statement, StringComparison.Ordinal))
                {
                    if (command.Context is { } context)
                        _within.Add(context);
                    if (happening == "Command" + moment)
                        Count();
                }
                else if (value.Value is TransactionEventData transaction && happening.StartsWith("Transaction", StringComparison.Ordinal))
                {
                    if (happening == "Transaction" + moment && _within.Contains(transaction.Context!))
                        Count();
                    if (happening is "TransactionCommitted" or "TransactionDisposed" or "TransactionRolledBack")
                        _within.Remove(transaction.Context!);
                }
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        // The statement's thread waits here, so nothing is done after this moment.
        private void Count()
        {
            if (--_left == 0)
                Process.Start("kill", [$"-{signal}", $"{Environment.ProcessId}"]).WaitForExit();
        }
    }
}
