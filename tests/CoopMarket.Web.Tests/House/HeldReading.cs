using System.Diagnostics;
using CoopMarket.Web.Tests.House.Killing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoopMarket.Web.Tests.House;

/// <summary>Holds whoever is the first to have asked for a table of a market, with the answer as it stood then, until she may go on.</summary>
internal sealed class HeldReading : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    // Longer than any test waits; a test that forgets to let her go on shall fail and not hang.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _table;
    private readonly (string, string) _of;
    private readonly IDisposable _all;
    private readonly List<IDisposable> _listening = [];
    private readonly TaskCompletionSource _hasRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _mayGoOn = new();
    private int _held;

    private HeldReading(string table, (string, string) of)
    {
        (_table, _of) = (table, of);
        _all = DiagnosticListener.AllListeners.Subscribe(this);
    }

    /// <summary>From here on the first one is held.</summary>
    public static async Task<HeldReading> OfAsync(Market market, string table) => new(table, await market.InDbAsync(db => Task.FromResult(Death.Name(db))));

    /// <summary>Waits until somebody has read it and is held.</summary>
    public Task HasReadAsync() => _hasRead.Task.WaitAsync(Patience);

    public void GoOn() => _mayGoOn.Set();

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            _listening.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not CommandExecutedEventData { Context: { } context, Command.CommandText: { } asked } || !asked.Contains(_table, StringComparison.Ordinal) || Death.Name(context) != _of)
            return;
        if (Interlocked.Exchange(ref _held, 1) == 1)
            return;
        _hasRead.SetResult();
        _mayGoOn.Wait(Patience).ShouldBeTrue("nobody let her go on");
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _mayGoOn.Set();
        _all.Dispose();
        _listening.ForEach(l => l.Dispose());
        _mayGoOn.Dispose();
    }
}
