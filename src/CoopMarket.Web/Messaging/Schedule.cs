using Quartz;

namespace CoopMarket.Web.Messaging;

/// <summary>
/// Work that comes round: it finds rows that are due and not done, claims them and sends commands. It may fire on every node.
/// </summary>
internal interface IScheduled
{
    Task RunAsync(CancellationToken cancellationToken);
}

/// <summary>Registers work that comes round, on Quartz, in memory.</summary>
internal static partial class Schedule
{
    /// <summary>Runs <typeparamref name="TWork"/> soon after the start and every <paramref name="interval"/> from then on, never twice at once on one node.</summary>
    public static IServiceCollection AddEvery<TWork>(this IServiceCollection services, TimeSpan interval)
        where TWork : class, IScheduled
    {
        services.AddScoped<TWork>();
        services.AddQuartz(quartz => quartz.ScheduleJob<Round<TWork>>(trigger => trigger
            .WithIdentity(typeof(TWork).FullName!)
            // The first round is due while the program starts. One that is a little late is by default left out: what is done once a
            // day would then never be done on a node that is started anew each day.
            .WithSimpleSchedule(every => every.WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount))));
        return services;
    }

    [DisallowConcurrentExecution]
    private sealed partial class Round<TWork>(TWork work, ILogger<TWork> log) : IJob
        where TWork : class, IScheduled
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await work.RunAsync(cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                Failed(typeof(TWork).Name, e);
            }
        }

        [LoggerMessage(LogLevel.Error, "{Work} failed and comes round again")]
        private partial void Failed(string work, Exception e);
    }
}
