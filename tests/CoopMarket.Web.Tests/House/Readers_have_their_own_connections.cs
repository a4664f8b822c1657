using CoopMarket.Web.Data;
using Npgsql;

namespace CoopMarket.Web.Tests.House;

/// <summary>Whoever only reads is told so by the database itself.</summary>
public sealed class Readers_have_their_own_connections
{
    [Fact]
    public void What_an_operator_set_for_the_server_counts_for_readers_too()
        => new NpgsqlConnectionStringBuilder(PostgresMarketDb.ReadOnly("Host=db;Options=-c statement_timeout=20s")).Options.ShouldBe("-c statement_timeout=20s -c default_transaction_read_only=on");
}
