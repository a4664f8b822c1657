namespace CoopMarket.Web.Seed;

/// <summary>What is still to happen in the demo's year, by its moment.</summary>
internal sealed class Agenda(Stage stage)
{
    private readonly PriorityQueue<Func<Task>, DateTimeOffset> _later = new();

    /// <summary>The moment that is being lived through, UTC.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Something happens at a moment, UTC.</summary>
    public void At(DateTimeOffset moment, Func<Task> happen) => _later.Enqueue(happen, moment);

    /// <summary>Something happens a while from now.</summary>
    public void After(TimeSpan time, Func<Task> happen) => At(Now + time, happen);

    /// <summary>Lives until <paramref name="end"/>, UTC; what would come later never happens.</summary>
    /// <param name="end">The last moment.</param>
    /// <param name="evening">Done when a day is over, before the next one begins.</param>
    public async Task LiveAsync(DateTimeOffset end, Func<Task> evening)
    {
        DateTime? day = null;
        while (_later.TryDequeue(out var happen, out var moment) && moment < end)
        {
            if (moment.Date > day)
            {
                // On quiet days nothing else moves the clock: what ran out on them has run out by the next day's beginning.
                stage.At(new(moment.Date, TimeSpan.Zero));
                await evening();
            }

            day = moment.Date;
            stage.At(Now = moment);
            await happen();
        }

        stage.At(Now = end);
        await evening();
    }
}
