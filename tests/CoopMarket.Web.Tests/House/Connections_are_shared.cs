using CoopMarket.Web.Data;
using Npgsql;

namespace CoopMarket.Web.Tests.House;

/// <summary>Who reads and who writes have pools of their own; together they open no more connections than the setting says.</summary>
public sealed class Connections_are_shared
{
    [Theory]
    [InlineData("Host=db", 100)]
    [InlineData("Host=db;Maximum Pool Size=21;Minimum Pool Size=15", 21)]
    [InlineData("Host=db;Maximum Pool Size=2", 2)]
    public void Both_pools_fit_the_number_that_is_set(string set, int most)
    {
        var (writing, reading) = (new NpgsqlConnectionStringBuilder(PostgresMarketDb.Writing(set)), new NpgsqlConnectionStringBuilder(PostgresMarketDb.ReadOnly(set)));

        (writing.MaxPoolSize + reading.MaxPoolSize).ShouldBe(most);
        writing.MinPoolSize.ShouldBeLessThanOrEqualTo(writing.MaxPoolSize);
        reading.MinPoolSize.ShouldBeLessThanOrEqualTo(reading.MaxPoolSize);
    }

    [Fact]
    public void What_an_operator_set_for_the_server_counts_for_readers_too()
        => new NpgsqlConnectionStringBuilder(PostgresMarketDb.ReadOnly("Host=db;Options=-c statement_timeout=20s")).Options.ShouldBe("-c statement_timeout=20s -c default_transaction_read_only=on");
}
