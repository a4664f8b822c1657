using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SecondFactor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts_authenticators",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sealed_secret = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_step = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts_authenticators", x => x.account_id);
                    table.ForeignKey(
                        name: "fk_accounts_authenticators_accounts_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_recovery_codes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts_recovery_codes", x => x.id);
                    table.ForeignKey(
                        name: "fk_accounts_recovery_codes_accounts_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_recovery_codes_account_id",
                table: "accounts_recovery_codes",
                column: "account_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts_authenticators");

            migrationBuilder.DropTable(
                name: "accounts_recovery_codes");
        }
    }
}
