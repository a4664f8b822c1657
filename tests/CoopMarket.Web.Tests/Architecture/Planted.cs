// Violators, one for each rule, in the places where they would do harm. Nothing but the tests of the rules looks at them.

using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Domain.Shipping
{
    /// <summary>Asks the clock.</summary>
    internal static class PlantedClock
    {
        public static DateTimeOffset Now() => DateTimeOffset.UtcNow;
    }

    /// <summary>Throws dice.</summary>
    internal static class PlantedDice
    {
        public static Guid Throw() => Guid.NewGuid();
    }

    /// <summary>Knows another part's entity.</summary>
    internal static class PlantedParcel
    {
        public static int Count(Order order) => order.Parts.Count;
    }

    /// <summary>Knows another part's event and id: allowed.</summary>
    internal static class PlantedListener
    {
        public static OrderId Of(OrderPlaced happened) => happened.Order;
    }
}

namespace CoopMarket.Web.Features.Orders
{
    /// <summary>Looks over the wall by a relative name, which no search for a full one finds.</summary>
    internal static class PlantedLook
    {
        public static object Look() => new Sellers.Data.MakerMapping();
    }

    /// <summary>Looks over the wall without naming anything: the type is inferred, in a lambda of an async method.</summary>
    internal static class PlantedTable
    {
        public static async Task<int> CountAsync(MarketDb db)
        {
            await Task.Yield();
            Func<int> count = () => db.Set<Membership>().Count();
            return count();
        }
    }

    /// <summary>Uses a contract: allowed.</summary>
    internal sealed class PlantedGuest(Catalog.Contract.Shelf shelf)
    {
        public bool Knows => shelf is not null;
    }

    /// <summary>Changes another area's rows at once.</summary>
    internal static class PlantedBulk
    {
        public static Task<int> SellAllAsync(MarketDb db) => db.Set<Variant>().ExecuteDeleteAsync();
    }

    /// <summary>A page that asks the database.</summary>
    internal sealed class PlantedPage(MarketDb db) : MarketPage
    {
        public string Name => db.ToString()!;
    }

    /// <summary>A compiled page that shows an entity.</summary>
    internal sealed class PlantedView : RazorPage<object>
    {
        public override Task ExecuteAsync() => Task.FromResult(((Order)Model).Code);
    }

    /// <summary>A request with two handlers, both of which know too much.</summary>
    internal sealed record PlantedQuery(Actor Actor) : IQuery<string>, IForAnyone;

    internal sealed class PlantedHandler(HttpContext http) : IRequestHandler<PlantedQuery, string>
    {
        public Task<string> Handle(PlantedQuery request, CancellationToken cancellationToken) => Task.FromResult(http.TraceIdentifier);
    }

    internal sealed class PlantedSaver(MarketDb db) : IRequestHandler<PlantedQuery, string>
    {
        public async Task<string> Handle(PlantedQuery request, CancellationToken cancellationToken)
        {
            await db.SaveChangesAsync(cancellationToken);
            return "";
        }
    }

    /// <summary>Says by itself who asks.</summary>
    internal static class PlantedActor
    {
        public static Actor Me() => Actor.Of(default, "");

        public static Actor Job() => Actor.Job("planted");
    }

    /// <summary>A reaction that both writes, two calls away, and posts.</summary>
    internal sealed class PlantedReaction(MarketDb db, Adapters.Mail.IPost post) : IHandle<OrderPlaced>
    {
        public async Task HandleAsync(OrderPlaced happened, Delivery delivery, CancellationToken cancellationToken)
        {
            await post.SendAsync(null!, cancellationToken);
            await NoteAsync(happened);
        }

        private async Task NoteAsync(OrderPlaced happened)
        {
            await Task.Yield();
            db.Add(happened);
        }
    }
}

namespace CoopMarket.Web.Features.Photos
{
    /// <summary>Uses a library of the edge outside its adapter, by its full name.</summary>
    internal static class PlantedEdge
    {
        public static object Open() => NetVips.Image.Black(1, 1);
    }
}

namespace CoopMarket.Web.Features.Storefront
{
    /// <summary>A reader that could save.</summary>
    internal sealed class PlantedReader(MarketDb db)
    {
        public Task<int> SaveAsync() => db.SaveChangesAsync();
    }

    /// <summary>A reader that changes rows through its own reading.</summary>
    internal sealed class PlantedEraser(MarketReads reads)
    {
        public Task<int> EraseAsync() => reads.Of<Order>().ExecuteDeleteAsync();
    }
}

namespace CoopMarket.Web.Pipeline
{
    /// <summary>The foundations look into an area.</summary>
    internal static class PlantedFloor
    {
        public static object Look() => new Features.Sellers.Data.MakerMapping();
    }
}

namespace CoopMarket.Web.Tests.Architecture
{
    /// <summary>A model with a key across areas and with uniques that say nothing.</summary>
    internal sealed class PlantedModel : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=planted.db");

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Near>(near =>
            {
                near.ToTable("near_things");
                near.HasOne<Far>().WithMany().HasForeignKey(n => n.FarId).HasPrincipalKey(f => f.FarId);
                near.HasIndex(n => n.Name).IsUnique();
            });
            modelBuilder.Entity<Far>(far =>
            {
                far.ToTable("far_things");
                far.HasKey(f => new { f.FarId, f.Name });
                far.HasAlternateKey(f => f.FarId);
            });
        }

        internal sealed class Near
        {
            public Guid Id { get; init; }

            public Guid FarId { get; init; }

            public string Name { get; init; } = "";
        }

        internal sealed class Far
        {
            public Guid FarId { get; init; }

            public string Name { get; init; } = "";
        }
    }
}
