using CoopMarket.Domain.Rates;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Rates.Data;

internal sealed class ExchangeRateMapping : IEntityTypeConfiguration<ExchangeRate>
{
    public void Configure(EntityTypeBuilder<ExchangeRate> rate)
    {
        rate.ToTable("rates_rates");
        rate.OnlyAdded();
        rate.HasKey(r => r.Id);
        rate.HasIndex(r => new { r.Currency, r.Day, r.AddedAt });
        rate.HasIndex(r => r.AddedAt);
    }
}

internal sealed class ExchangeMarginMapping : IEntityTypeConfiguration<ExchangeMargin>
{
    public void Configure(EntityTypeBuilder<ExchangeMargin> margin)
    {
        margin.ToTable("rates_margins");
        margin.OnlyAdded();
        margin.HasKey(m => m.Id);
        margin.HasIndex(m => m.From);
    }
}

internal sealed class FeedReadingMapping : IEntityTypeConfiguration<FeedReading>
{
    public void Configure(EntityTypeBuilder<FeedReading> reading)
    {
        reading.ToTable("rates_readings");
        // Two nodes may read the feed for the first time at the same moment.
        reading.HasKey(r => r.Source).Reruns();
    }
}
