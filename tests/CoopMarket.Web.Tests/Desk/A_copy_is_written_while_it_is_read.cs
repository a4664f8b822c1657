using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Desk;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Desk;

/// <summary>A copy grows with what a cooperative did; what the market holds of it at a time does not.</summary>
public sealed class A_copy_is_written_while_it_is_read
{
    private const int Rows = 60_000;

    // What lies between reading and writing: the buffers of tables, of packing and of the ZIP.
    private const int Between = 512 * 1024;

    [Fact]
    public async Task No_more_of_a_table_is_held_than_fills_small_buffers()
    {
        await using var market = await Market.OpenAsync();
        Sink sink = new();
        Told told = new(sink);

        await WriteAsync(market, [told], sink, CancellationToken.None);

        told.Read.ShouldBe(2 * Rows, "once for programs, once for spreadsheets");
        told.MostHeld.ShouldBeLessThan(Between);
        sink.Bytes.ShouldBeGreaterThan(2L * Rows * Told.BytesOfRow * 3 / 5);
    }

    [Fact]
    public async Task Whoever_goes_away_stops_the_reading()
    {
        await using var market = await Market.OpenAsync();
        using CancellationTokenSource gone = new();
        Told told = new(new Sink()) { After = (1_000, gone.Cancel) };

        await Should.ThrowAsync<OperationCanceledException>(() => WriteAsync(market, [told], new Sink(), gone.Token));

        told.Read.ShouldBe(1_000);
    }

    [Theory, EveryDatabase]
    internal async Task All_tables_stand_as_they_stood_at_one_moment(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        await using var scope = market.Services.CreateAsyncScope();
        var manager = Actor.Of(coop.Manager, "127.0.0.1");
        async Task CloseAsync() => (await market.SendAsync(new CloseForDays.Command(manager, coop.Id, new(2027, 2, 1), new(2027, 2, 10)))).IsDone.ShouldBeTrue();
        MemoryStream written = new();

        var reads = scope.ServiceProvider.GetRequiredService<MarketReads>();
        await WriteAsync(scope.ServiceProvider, [new Meanwhile(reads, CloseAsync), .. scope.ServiceProvider.GetServices<ICooperativeData>()], coop.Id, written, CancellationToken.None);

        (await market.RowsAsync<Closure>()).ShouldHaveSingleItem();
        TakenCopy.Of(written.ToArray()).Rows(DataKind.ClosedDays).ShouldBeEmpty();
    }

    private static async Task WriteAsync(Market market, IEnumerable<ICooperativeData> areas, Stream to, CancellationToken cancellationToken)
    {
        await using var scope = market.Services.CreateAsyncScope();
        await WriteAsync(scope.ServiceProvider, areas, default, to, cancellationToken);
    }

    private static Task WriteAsync(IServiceProvider services, IEnumerable<ICooperativeData> areas, CooperativeId cooperative, Stream to, CancellationToken cancellationToken)
        => new CooperativeCopy(areas, services.GetRequiredService<MarketReads>(), services.GetRequiredService<Words>(), TimeProvider.System).WriteAsync(cooperative, new("Thử"), to, cancellationToken);

    /// <summary>A table of many rows that nothing packs, and how far behind them the writing is.</summary>
    private sealed class Told(Sink sink) : ICooperativeData
    {
        // Random bytes in hexadecimal digits: packed, a row takes about half of its letters.
        public const int BytesOfRow = 100;

        private long _told;

        public int Read { get; private set; }

        public long MostHeld { get; private set; }

        public (int Rows, Action Do)? After { get; init; }

        public IEnumerable<DataSheet> SheetsOf(CooperativeId cooperative) => [DataSheet.Of(DataKind.Orders, typeof(Told), RowsAsync(), [], ("words", r => r))];

        private async IAsyncEnumerable<string> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            for (var i = 0; i < Rows; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Read++;
                _told += BytesOfRow;
                MostHeld = Math.Max(MostHeld, _told - sink.Bytes);
                yield return RandomNumberGenerator.GetHexString(2 * BytesOfRow);
                if (Read == After?.Rows)
                    After.Value.Do();
                await Task.CompletedTask;
            }
        }
    }

    /// <summary>Asks one question, and lets somebody write before the next.</summary>
    private sealed class Meanwhile(MarketReads reads, Func<Task> write) : ICooperativeData
    {
        public IEnumerable<DataSheet> SheetsOf(CooperativeId cooperative) => [DataSheet.Of(DataKind.Cooperative, typeof(Cooperative), RowsAsync(), [], ("id", c => c))];

        private async IAsyncEnumerable<CooperativeId> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            var all = await reads.Of<Cooperative>().Select(c => c.Id).ToListAsync(cancellationToken);
            if (await reads.Of<Closure>().CountAsync(cancellationToken) == 0)
                await WriteOnceAsync();
            foreach (var id in all)
                yield return id;
        }

        private bool _wrote;

        private Task WriteOnceAsync()
        {
            if (_wrote)
                return Task.CompletedTask;
            _wrote = true;
            return write();
        }
    }

    /// <summary>Counts, and takes nothing but asynchronously, as a server's answer does.</summary>
    private sealed class Sink : Stream
    {
        public long Bytes { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => throw new InvalidOperationException("not asynchronously");

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("not asynchronously");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Bytes += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
