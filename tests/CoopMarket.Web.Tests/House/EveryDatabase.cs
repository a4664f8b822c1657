using System.Reflection;
using CoopMarket.Web.Hosting;
using Xunit.Sdk;
using Xunit.v3;

namespace CoopMarket.Web.Tests.House;

/// <summary>Runs a theory on SQLite and on PostgreSQL; a missing PostgreSQL is a named skip on a laptop and a failure in CI.</summary>
internal sealed class EveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var postgres = new TheoryDataRow<DatabaseProvider>(DatabaseProvider.Postgres);
        if (PostgresServer.IsExcused)
            postgres.Skip = PostgresServer.Excuse;
        return new([new TheoryDataRow<DatabaseProvider>(DatabaseProvider.Sqlite), postgres]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
